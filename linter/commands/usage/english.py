"""The English of the texts of commands and options, by their Chinese."""


def in_english(text: str) -> str:
    """Return the English of a text; the text itself where it has none."""
    return _ENGLISH.get("".join(text.split()), text)


def has_english(text: str) -> bool:
    """Tell whether a text has an English one."""
    return "".join(text.split()) in _ENGLISH


_PAIRS = (
    (
        "检查规划、行动计划、工作方案、实施意见草稿中自相矛盾之处：指标表与正文数值、专栏与附件引用、"
        "责任单位、编号、百分数、标点。\n\n"
        "例：planlint check 草稿.docx　　planlint facts 草稿.docx　　planlint explain IND001",
        "Finds where drafts of Chinese government plans contradict themselves: indicator tables "
        "and figures of the text, boxes and attachments that are referred to, responsible units, "
        "numbering, percentages, punctuation.\n\n"
        "planlint check draft.docx · planlint facts draft.docx · planlint explain IND001",
    ),
    (
        "退出码：0 没有达到 --fail-on 的问题；1 有；2 用法有误，或有文件不能读取。",
        "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage, or a file that "
        "cannot be read.",
    ),
    ("显示版本。", "Show the version."),
    # planlint check
    (
        "检查草稿，报告自相矛盾之处。\n\n"
        "例：planlint check 草稿.docx --fail-on warning；"
        "planlint check drafts/ --select IND,BOX001",
        "Check drafts and report where they contradict themselves.\n\n"
        "planlint check draft.docx --fail-on warning · planlint check drafts/ --select IND,BOX001",
    ),
    (
        "草稿（.docx .md .html .txt，.doc .wps .rtf .odt 经 LibreOffice，.pdf 只查文字）或文件夹；"
        "- 表示标准输入。不写则提示这里有哪些草稿。",
        "Drafts (.docx .md .html .txt; .doc .wps .rtf .odt through LibreOffice; of .pdf the text "
        "only) or folders; - is standard input. Without any, the drafts here are named.",
    ),
    ("报告格式；未写时按 -o 的扩展名。", "Format of the report; without it the suffix of -o says."),
    (
        "只用这些规则：代码、前缀或名称，逗号分隔；ALL 为全部。",
        "Run these rules only: codes, prefixes or names, parted by commas; ALL for every one.",
    ),
    ("不用这些规则：代码、前缀或名称。", "Do not run these rules: codes, prefixes or names."),
    ("达到这一级别时退出码为 1。", "Exit with 1 from this severity on."),
    ("报告语言。", "Language of reports and of this help."),
    ("只列问题，不列小结。", "List the findings, not the summary."),
    ("另列每条规则的问题数。", "Count the findings of each rule as well."),
    (
        "从这个文件读草稿的名单（- 为标准输入）：每行一个，或以 NUL 分隔；其中不是草稿的不算，"
        "名单可以是空的。",
        "Read the names of the drafts from this file (- is standard input): a line each, or parted "
        "by NUL; what is no draft is passed over, and there may be none.",
    ),
    (
        "只查从这个版本（提交、分支、标签）以来改过的草稿，包括还没有加入 git 的；没有改动不算错。",
        "Check what changed since this revision only (a commit, branch or tag), drafts that git "
        "does not know yet included; that nothing did is no fault.",
    ),
    (
        "文件夹中不查这些文件：.gitignore 的写法，从当前文件夹算起。",
        "Leave these files of folders out: patterns of .gitignore, relative to this folder.",
    ),
    (
        "直接写明的文件也按 exclude 排除（供 pre-commit 用）。",
        "Leave files out by exclude even where they are named (for pre-commit).",
    ),
    ("文件夹中的 .gitignore 不起作用。", "Do not heed .gitignore in folders."),
    (
        "标准输入的文件名，其扩展名决定格式。",
        "Name of standard input; its suffix says the format.",
    ),
    (
        "Word 修订：按全部接受（final）或全部拒绝（original）读。",
        "Tracked changes of Word: read as if all were accepted (final) or rejected (original).",
    ),
    (
        "基线文件：只报其中没有的问题。",
        "Baseline: report only what it does not hold.",
    ),
    ("不用配置中的基线：全部问题都报。", "Do not use the configured baseline: report everything."),
    (
        "报告写入此文件，不显示在终端；可写多个，按扩展名定格式"
        "（.html .json .sarif .xml .txt，.docx 为带批注的草稿）。",
        "Write the report to this file, not to the terminal; of several the suffix says the format "
        "(.html .json .sarif .xml .txt; .docx is the draft with comments).",
    ),
    (
        "另列每条规则看了多少处、比对了多少对、哪些未比对。",
        "Tell for each rule how much it looked at, compared and left alone.",
    ),
    (
        "另用这个配置文件，优先于草稿所在文件夹的 .planlint.yaml。",
        "Use this configuration, too, before the .planlint.yaml of the draft's folder.",
    ),
    (
        "不找 .planlint.yaml 和用户配置。",
        "Look neither for .planlint.yaml nor for the user's configuration.",
    ),
    (
        "在标准错误列出每项事实、每条规则所用毫秒数。",
        "List on standard error how long each fact and rule took.",
    ),
    # planlint annotate, planlint fix
    (
        "把每个问题写成 Word 批注，标在原文上；矛盾的两处都标。\n\n"
        "再运行一次，只换掉 planlint 自己的批注，别人的批注和答复不动。\n\n"
        "例：planlint annotate 草稿.docx；"
        "planlint annotate 草稿.docx -o 送审.docx --select IND,NUM",
        "Write each finding as a Word comment at its words, at both sides of a contradiction.\n\n"
        "Run again, it renews its own comments and leaves those of people and their answers.\n\n"
        "planlint annotate draft.docx · planlint annotate draft.docx -o out.docx --select IND,NUM",
    ),
    ("Word 草稿（.docx）。", "Word draft (.docx)."),
    (
        "写入此文件；不写则为 草稿.批注.docx。",
        "Write to this file; without it, NAME.批注.docx.",
    ),
    (
        "写进草稿本身，先另存 草稿.bak.docx。",
        "Write into the draft itself; NAME.bak.docx is kept first.",
    ),
    ("基线文件：只批注其中没有的问题。", "Baseline: comment only on what it does not hold."),
    (
        "改正有把握的错误：形近字、〔〕、成对标点、叠字、漏掉的顿号等；数值矛盾从不代改。\n\n"
        "Word 草稿中写成修订，由作者逐条接受或拒绝；.md、.txt 改在原处，原文另存 草稿.bak.md。\n\n"
        "例：planlint fix 草稿.docx；planlint fix 草稿.md --diff",
        "Correct what is certain: look-alike characters, 〔〕, paired marks, repeated characters, "
        "a lost 、; never a contradiction of figures.\n\n"
        "In Word as tracked changes for the author to accept or reject; .md and .txt in place, "
        "NAME.bak.md is kept.\n\n"
        "planlint fix draft.docx · planlint fix draft.md --diff",
    ),
    ("草稿（.docx .md .txt），可写几份。", "Drafts (.docx .md .txt)."),
    (
        "写入此文件；不写，则 .docx 写入 草稿.修订.docx，文本改在原处。",
        "Write to this file; without it, .docx goes to NAME.修订.docx, text is changed in place.",
    ),
    (
        "把修订写进 .docx 本身，先另存 草稿.bak.docx。",
        "Write the changes into the .docx itself; NAME.bak.docx is kept first.",
    ),
    (
        "不另存原文：草稿在 git 仓库中时用。",
        "Keep no copy of the original: for drafts in a git repository.",
    ),
    ("只显示会改什么，不写文件。", "Show what would change, write nothing."),
    ("也作不一定对的修改，请逐条过目。", "Make changes that may be wrong, too: look at each."),
    ("基线文件：只改其中没有的问题。", "Baseline: correct only what it does not hold."),
    # planlint diff, align, reconcile
    (
        "比较两稿：指标、任务、责任单位、专栏、引用改了什么，哪些只改了一处（CHG 各条）。\n\n"
        "例：planlint diff 征求意见稿.docx 送审稿.docx；"
        "加 --format docx -o 修改对照表.docx 得对照表",
        "Compare two versions: what changed in indicators, tasks, units, boxes, references, and "
        "what was changed in one place only (rules CHG).\n\n"
        "planlint diff old.docx new.docx; with --format docx -o table.docx a table of changes",
    ),
    ("原稿。", "The version before."),
    ("修改稿。", "The version after."),
    (
        "报告格式；docx、xlsx 为对照表，要用 --output 写明文件。",
        "Format of the report; docx and xlsx are tables and need --output.",
    ),
    ("不列小结。", "Leave the summary out."),
    ("把发现的问题记入这个基线文件。", "Record the findings in this baseline."),
    ("报告写入此文件，不显示在终端。", "Write the report to this file, not to the terminal."),
    (
        "与上级规划衔接：指标的目标、基期、单位，工程名称，所引文件的名称和文号（ALN 各条）。\n\n"
        "例：planlint align 市规划.docx --upper 省规划.docx --format xlsx -o 衔接对照表.xlsx",
        "Hold a plan against the one above: targets, baselines and units of indicators, names of "
        "projects, names and numbers of documents (rules ALN).\n\n"
        "planlint align city.docx --upper province.docx --format xlsx -o table.xlsx",
    ),
    ("本级规划。", "The plan itself."),
    (
        "上级规划（任何格式的草稿），或指标台账（.xlsx .csv .yaml）；可写几次。",
        "The plan above (in any format), or a ledger of indicators (.xlsx .csv .yaml).",
    ),
    (
        "核对台账与文件：缺的任务，牵头、配合、时限、目标值不一致，"
        "采纳的意见没有改入（LDG 各条）。\n\n"
        "列按表头名称识别。例：planlint reconcile 责任分工台账.xlsx 印发稿.docx",
        "Hold a ledger against a document: missing tasks, other leads, deadlines or targets, "
        "accepted opinions that did not get in (rules LDG).\n\n"
        "Columns are known by their heads. planlint reconcile ledger.xlsx issued.docx",
    ),
    (
        "责任分工台账、督办清单、指标台账或意见采纳情况表（.xlsx .docx .csv .md）。",
        "A ledger of tasks or indicators, or a table of opinions (.xlsx .docx .csv .md).",
    ),
    ("文件。", "The document."),
    # planlint facts, rules, explain, init, test-rules
    (
        "显示从草稿读出的事实：指标及正文表述、专栏及引用、任务及责任单位。\n\n"
        "对检查结果有疑问时，先看这里：planlint 把哪句话当作哪个指标、哪一年的值。\n"
        "台账：planlint facts 草稿.docx -o 台账.xlsx",
        "Show the facts read from a draft: indicators and what the text says of them, boxes and "
        "references, tasks and responsible units.\n\n"
        "Where a finding is in doubt, look here: which clause was taken for which indicator.\n"
        "Ledgers: planlint facts draft.docx -o ledgers.xlsx",
    ),
    ("一份草稿。", "A draft."),
    (
        "输出格式；xlsx、csv 为指标台账和责任分工台账。未写时按 -o 的扩展名。",
        "Format; xlsx and csv are ledgers of indicators and tasks. Without it the suffix of -o.",
    ),
    ("写入此文件，不显示在终端。", "Write to this file, not to the terminal."),
    ("xlsx、csv 只要一个台账。", "One ledger only (xlsx, csv)."),
    ("两个都要", "both"),
    (
        "列出全部规则，包括当前文件夹的配置所用的规则包。",
        "List all rules, those of the packs configured in this folder included.",
    ),
    ("列表格式。", "Format of the list."),
    (
        "说明一条规则：查什么、为什么、怎样算错、怎样算对；写前缀（IND）则列出这一族。",
        "Explain a rule: what it looks for, why, what is wrong and what is right; a prefix (IND) "
        "lists its family.",
    ),
    (
        "规则代码或名称，如 IND001；或前缀，如 IND。",
        "Code or name of a rule, as IND001; or a prefix.",
    ),
    (
        "写一份带说明的 .planlint.yaml 和一个规则包 house-rules/；已有的文件不动。",
        "Write a .planlint.yaml and a pack house-rules/, both with comments; files that are there "
        "stay.",
    ),
    ("写在哪个文件夹，不写即当前文件夹。", "The folder to write to; without it, this one."),
    (
        "试运行规则包中每条规则的例子：bad 应在‹›处报告，good 不应报告。",
        "Try the examples of every rule of a pack: bad must be reported at ‹›, good must not.",
    ),
    (
        "规则包：文件夹或一个 .yaml 文件；不写则为当前文件夹的配置所用的全部规则包。",
        "A pack: a folder or a .yaml file; without it, all packs configured in this folder.",
    ),
    # planlint config, planlint baseline
    (
        "配置：对一份草稿，什么有效，出自何处。",
        "Configuration: what holds for a draft, and where it was said.",
    ),
    (
        "显示对一份草稿实际生效的配置，每一项注明出处（文件:行）。",
        "Show the configuration that holds for a draft, each value with its file and line.",
    ),
    ("草稿或文件夹，不写即当前文件夹。", "A draft or folder; without it, this folder."),
    ("输出格式。", "Format."),
    (
        "基线：记下已知的问题，以后的检查只报新出现的。\n\n"
        "例：planlint baseline write 草稿.docx；"
        "planlint check 草稿.docx --baseline .planlint-baseline.json",
        "Baselines: record what is known; later checks report only what is new.\n\n"
        "planlint baseline write draft.docx · "
        "planlint check draft.docx --baseline .planlint-baseline.json",
    ),
    (
        "检查草稿，把现有的问题全部记入基线；基线中其他草稿的记录不变。",
        "Check drafts and record all findings; what the baseline holds of others stays.",
    ),
    ("草稿或文件夹。", "Drafts or folders."),
    ("基线文件；不写则为配置中的基线。", "The baseline; without it, the configured one."),
    ("列出基线所记的问题。", "List what a baseline holds."),
    (
        "草稿或文件夹；不写则为基线中的全部草稿。",
        "Drafts or folders; without any, all drafts of the baseline.",
    ),
    (
        "删去基线中已不再出现的记录；改了名的草稿，记录随新的名称。",
        "Remove what no longer occurs; of a renamed draft the entries go to its new name.",
    ),
    # planlint page
    (
        "在浏览器里检查文稿：拖入 Word 文件，看报告，下载批注稿、修订稿、台账、对照表。\n\n"
        "网页只在本机（127.0.0.1）打开，不联网；文稿放在临时文件夹里，结束时全部删除。\n\n"
        "按 Ctrl-C、点网页上的“结束”，或网页都关闭几分钟（--idle）后结束。\n\n"
        "例：planlint page；planlint page --config 本单位.yaml",
        "Check drafts in the browser: drop Word files, read the report, take comments, tracked "
        "changes, ledgers and comparisons along.\n\n"
        "The page is on this machine only (127.0.0.1) and needs no network; drafts lie in a "
        "temporary folder, which is removed at the end.\n\n"
        "It ends with Ctrl-C, with the button of the page, or some minutes (--idle) after the last "
        "page was closed.\n\n"
        "planlint page · planlint page --config office.yaml",
    ),
    ("端口；0 为任一空闲端口。", "The port; 0 for any that is free."),
    ("不打开浏览器，只显示网址。", "Show the address only, do not open the browser."),
    (
        "网页都关闭这么多分钟后自动结束；0 为不自动结束。",
        "End so many minutes after the last page was closed; 0 for never.",
    ),
    ("每个文件最多检查多少秒。", "How many seconds a file may take."),
    # planlint archive
    (
        "检查成千上万份文件：问题、指标、任务、责任单位各成一张 Parquet 表，另有一页汇总。\n\n"
        "需要 planlint[archive]。例：planlint archive 文件库/ -o 结果/",
        "Check tens of thousands of files: findings, indicators, tasks and responsible units "
        "become Parquet tables, with a summary page.\n\n"
        "Needs planlint[archive]. planlint archive drafts/ -o results/",
    ),
    ("存放文件的文件夹，其下各级文件夹都查。", "The folder of the files, with all below it."),
    (
        "结果文件夹：Parquet 表、汇总页；再运行时从中断处继续。",
        "The folder of the results: Parquet tables, the summary; a second run goes on there.",
    ),
    ("本机用几个进程检查。", "How many processes of this machine check."),
    (
        "改用这个 Dask 集群，如 tcp://主机:8786。",
        "Use this Dask cluster instead, such as tcp://host:8786.",
    ),
    (
        "一个文件最多检查几秒，超过即放弃它。",
        "How many seconds a file may take before it is given up.",
    ),
    (
        "Word 修订：按 final 或 original 读。",
        "Tracked changes of Word: read the text as final or original.",
    ),
    ("不显示进度和小结。", "Show neither progress nor the summary."),
    # many files, and what is kept of them
    (
        "用几个进程检查多份草稿。auto：草稿够多时每个处理器一个，最多 8 个。报告的顺序和内容与"
        "进程数无关。1 即全在本进程内查，此时 --time-limit 无效。",
        "How many processes check the drafts. auto: one for each processor where there are drafts "
        "enough, 8 at most. Order and contents of the reports do not depend on it. 1 checks all "
        "in this process; then --time-limit has no effect.",
    ),
    (
        "一份草稿最多查多少秒，超过即放弃这一份，其余照查；0 为不限。经 LibreOffice 转换的另加"
        "转换的时限。只查一份时，写了才有时限。",
        "How many seconds a draft may take before it is given up and the others go on; 0 for any. "
        "What LibreOffice converts may take that much longer. A single draft has a limit only "
        "where this is said.",
    ),
    (
        "不用、也不存以前检查的结果（环境变量 PLANLINT_NO_CACHE=1 亦可）。没有改过的草稿，"
        "规则和配置也没有变，平时直接取上次的结果；planlint cache show 看存了多少，clean 清空。",
        "Neither use nor keep results (nor does PLANLINT_NO_CACHE=1). Else a draft that has not "
        "changed, under the same rules and configuration, has its last result; planlint cache "
        "show tells what is kept, clean removes it.",
    ),
    (
        "以前检查的结果：草稿、规则和配置都没有变时，check 直接取用。看存了多少，或清空。",
        "Results of earlier checks, used where draft, rules and configuration have not changed: "
        "see what is kept, or remove it.",
    ),
    (
        "显示存在哪里、多少条、多大、存了多久。",
        "Show where they are, how many, how large, how old.",
    ),
    ("输出 JSON，供程序读取。", "Write JSON, for programs."),
    ("清空；草稿本身不动，下次检查重新读。", "Remove them; drafts stay, and are read again."),
)
_ENGLISH = {"".join(chinese.split()): english for chinese, english in _PAIRS}

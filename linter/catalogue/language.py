"""Words that reports share, in Chinese and English: severities, roles, places."""

from enum import StrEnum


class Lang(StrEnum):
    ZH = "zh"
    EN = "en"


# What the other side of a contradiction is; a check names the role, a report prints the words.
ROLES = {
    "table": {"zh": "指标表", "en": "the indicator table"},
    "baseline": {"zh": "基期值", "en": "the baseline"},
    "target": {"zh": "目标值", "en": "the target"},
    "part": {"zh": "分项", "en": "a part"},
    "whole": {"zh": "总项", "en": "the whole"},
    "body": {"zh": "正文", "en": "the body"},
    "first": {"zh": "首次出现", "en": "first seen here"},
    "other": {"zh": "另一处", "en": "the other place"},
    "before": {"zh": "前一个", "en": "the one before"},
    "after": {"zh": "后一个", "en": "the one after"},
    "above": {"zh": "上级标题", "en": "the heading above"},
    "peer": {"zh": "同类写法", "en": "as its peers have it"},
    "list": {"zh": "附件说明", "en": "the list of attachments"},
    "attachment": {"zh": "附件", "en": "the attachment"},
    "box": {"zh": "专栏", "en": "the box"},
    "heading": {"zh": "正文标题", "en": "the heading"},
    "last": {"zh": "最后一个", "en": "the last one"},
    "caption": {"zh": "已编号的图表", "en": "the numbered ones"},
    "issued": {"zh": "成文日期", "en": "the draft's date"},
    "open": {"zh": "起始处", "en": "opened here"},
    "period": {"zh": "规划期", "en": "the plan's own years"},
    "indicator": {"zh": "指标", "en": "the indicator"},
    "title": {"zh": "标题", "en": "the title"},
    "definition": {"zh": "定义", "en": "the definition"},
    "task": {"zh": "任务", "en": "the task"},
    "changed": {"zh": "已改之处", "en": "changed here"},
    "now": {"zh": "现在的位置", "en": "now here"},
    "ledger": {"zh": "台账", "en": "the ledger"},
    "upper": {"zh": "上级规划", "en": "the plan above"},
    "old": {"zh": "原稿", "en": "the version before"},
}

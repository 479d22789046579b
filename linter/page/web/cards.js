// The cards of drafts and comparisons: made once, then kept up to date, so that the focus stays.

const STAGES = ["读取、检查", "写批注", "改正", "列台账"];
const LEVELS = { error: "错误", warning: "警告", info: "提示" };
const WHAT = { annotated: "批注稿", fixed: "修订稿", ledger: "台账", html: "网页报告",
  docx: "对照表 Word", xlsx: "对照表 Excel" };
const KINDS = { diff: "修改对照", align: "衔接对照" };

export function title(item, items) {
  if (item.kind === "check") return item.name;
  const names = item.of.map((id) => items.find((one) => one.id === id)?.name ?? "");
  const [first, ...others] = names;
  return item.kind === "diff" ? `${KINDS.diff}：${others[0]} → ${first}`
    : `${KINDS.align}：${first} 与 ${others.join("、")}`;
}

export const finished = (item) => ["done", "failed", "ledger"].includes(item.state);
export const hasReport = (item) => Object.keys(item.found).length > 0;

// What became of an item, in words.
export function outcome(item) {
  if (item.state === "ledger") return "台账：用于与上级规划衔接";
  if (item.state === "waiting") return "排队等候";
  if (item.state === "working" && !hasReport(item)) return `正在${item.kind === "check" ? "检查" : "对照"}`;
  if (item.state === "failed") return item.kind === "check" ? "没有检查成" : "没有对照成";
  const told = Object.keys(LEVELS).filter((level) => item.found[level])
    .map((level) => `${LEVELS[level]} ${item.found[level]}`);
  return told.join("，") || "没有发现问题";
}

function label(what, made) {
  if (what === "fixed") return `${WHAT.fixed}（改 ${made.times} 处）`;
  return WHAT[what];
}

function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}

// The links to what can be downloaded of an item.
export function downloads(box, item) {
  const made = { ...item.made };
  if (hasReport(item)) made.html = {};
  let at = 0;
  for (const what of Object.keys(WHAT)) {
    let link = box.querySelector(`[data-what=${what}]`);
    if (!made[what]) {
      link?.remove();
      continue;
    }
    if (!link) {
      link = document.createElement("a");
      link.dataset.what = what;
      link.download = "";
    }
    if (box.children[at] !== link) box.insertBefore(link, box.children[at] ?? null);
    at += 1;
    const href = `items/${item.id}/${what}`;
    if (link.getAttribute("href") !== href) link.setAttribute("href", href);
    set(link, `↓ ${label(what, made[what])}`);
    link.setAttribute("aria-label", `下载${label(what, made[what])}：${item.name}`);
  }
}

function chips(status, item) {
  const words = outcome(item);
  if (status.dataset.told === words) return;
  status.dataset.told = words;
  status.replaceChildren();
  if (!hasReport(item)) {
    status.append(words);
    return;
  }
  const levels = Object.keys(LEVELS).filter((level) => item.found[level]);
  for (const level of levels.length ? levels : ["none"]) {
    const chip = document.createElement("span");
    chip.className = `chip ${level}`;
    chip.textContent = level === "none" ? "没有发现问题" : `${LEVELS[level]} ${item.found[level]}`;
    status.append(chip);
  }
}

function unmade(list, item) {
  const told = Object.entries(item.unmade).map(([what, why]) => `没有${WHAT[what]}：${why}`);
  if (item.made.fixed?.left) told.push(`修订稿中另有 ${item.made.fixed.left} 处不能直接改，已批注`);
  if (list.dataset.told === told.join("\n")) return;
  list.dataset.told = told.join("\n");
  list.replaceChildren(...told.map((line) => {
    const entry = document.createElement("li");
    entry.textContent = line;
    return entry;
  }));
  list.hidden = !told.length;
}

function update(card, item, items) {
  const name = title(item, items);
  const part = (selector) => card.querySelector(selector);
  set(part("h3"), name);
  chips(part(".status"), item);
  const bar = part("progress");
  bar.hidden = item.state !== "working";
  bar.setAttribute("aria-label", `进度：${name}`);
  bar.max = item.kind === "check" ? STAGES.length : 1;
  bar.value = Math.max(0, item.stage - 0.5);
  set(part(".message"), item.message);
  const doing = item.state === "working" && item.kind === "check" ? STAGES[item.stage - 1] : "";
  set(part(".note"), doing ? `${doing}……` : item.note);
  part(".read").hidden = !hasReport(item);
  part(".read").textContent = item.kind === "check" ? "看报告" : "看对照表";
  part(".read").setAttribute("aria-label", `${part(".read").textContent}：${name}`);
  part(".remove").setAttribute("aria-label", `移除：${name}`);
  downloads(part(".downloads"), item);
  unmade(part(".unmade"), item);
}

// Bring a list up to date; `act(what, id)` is called for its buttons.
export function show(list, shown, items, act) {
  const wanted = new Set(shown.map((item) => item.id));
  for (const card of [...list.children]) if (!wanted.has(card.dataset.id)) card.remove();
  for (const [at, item] of shown.entries()) {
    let card = [...list.children].find((one) => one.dataset.id === item.id);
    if (!card) {
      card = document.getElementById("card").content.firstElementChild.cloneNode(true);
      card.dataset.id = item.id;
      card.querySelector(".read").addEventListener("click", () => act("read", item.id));
      card.querySelector(".remove").addEventListener("click", () => act("remove", item.id));
    }
    if (list.children[at] !== card) list.insertBefore(card, list.children[at] ?? null);
    update(card, item, items);
  }
}

// The page: listens to planlint on this machine, shows what lies on the desk, hands in files.

import { post, remove } from "./ask.js";
import { downloads, finished, hasReport, outcome, show, title } from "./cards.js";
import { begin, offer } from "./compare.js";
import { dropped, handIn } from "./files.js";

const $ = (selector) => document.querySelector(selector);
const PATIENCE = 6000; // milliseconds without an answer after which planlint has ended
let state = null;
let over = false;
const told = new Map(); // what was said of an item's end
let silent = 0;

const find = (id) => state?.items.find((item) => item.id === id);
const say = (words) => { $("#live").textContent = words; };

function refuse(words) {
  const line = document.createElement("p");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "知道了";
  close.addEventListener("click", () => { line.remove(); $("#files").focus(); });
  line.append(words, close);
  $("#trouble").append(line);
}

function announce() {
  const said = [];
  for (const item of state.items) {
    const words = finished(item) ? `${title(item, state.items)}：${outcome(item)}` : "";
    if (words && told.get(item.id) !== words) said.push(words);
    told.set(item.id, words);
  }
  if (said.length) say(said.join("；"));
}

async function act(what, id) {
  if (what === "read") {
    location.hash = `r${id}`;
    return;
  }
  const card = $(`.card[data-id="${id}"]`);
  const next = card?.nextElementSibling ?? card?.previousElementSibling;
  try {
    await remove(id);
    say("已移除");
    (next?.querySelector(".remove") ?? $("#files")).focus();
  } catch (error) {
    refuse(error.message);
  }
}

function draw() {
  const drafts = state.items.filter((item) => item.kind === "check");
  const compared = state.items.filter((item) => item.kind !== "check");
  $("#drafts-part").hidden = !drafts.length;
  $("#help").hidden = drafts.length > 0;
  show($("#drafts"), drafts, state.items, act);
  show($("#comparisons"), compared.reverse(), state.items, act);
  offer(state.items);
  const level = state.choice.errors_only ? "errors" : "all";
  $(`[name=level][value=${level}]`).checked = true;
  $("#layout").checked = state.choice.layout;
  const older = state.libreoffice ? "" : "；本机没有 LibreOffice，.doc、.wps 请先另存为 .docx";
  const formats = ".docx .md .txt .html .pdf，.doc .wps .rtf .odt；衔接还可用 .xlsx 指标台账";
  $("#formats").textContent = formats + older;
  const { drafts: read, converted, ledgers } = state.formats;
  $("#files").accept = [...read, ...converted, ...ledgers].join(",");
  announce();
  showReport();
}

// Show the report that the address names, or the desk.
function showReport() {
  const item = find(location.hash.slice(2));
  const reading = Boolean(item && hasReport(item));
  const was = $("#reader").dataset.id ?? "";
  $("#reader").hidden = !reading;
  $("#desk").inert = reading;
  document.querySelector("header").inert = reading;
  if (!reading) {
    if (was) {
      delete $("#reader").dataset.id;
      $("#report").removeAttribute("src");
      $(`.card[data-id="${was.split(" ")[0]}"] .read`)?.focus();
    }
    return;
  }
  const name = title(item, state.items);
  $("#reader-name").textContent = name;
  downloads($("#reader-downloads"), item);
  const key = `${item.id} ${Object.values(item.found)} ${item.turn}`;
  if (was === key) return;
  $("#reader").dataset.id = key;
  $("#report").title = `报告：${name}`;
  $("#report").src = `items/${item.id}/report`;
  $("#apart").href = `items/${item.id}/report`;
  $("#reader-name").focus();
}

function end(head, words) {
  over = true;
  $("#over-head").textContent = head;
  $("#over-text").textContent = words;
  $("#over").hidden = false;
  $("#over-head").focus();
}

function listen() {
  const stream = new EventSource("events");
  stream.addEventListener("state", (event) => {
    silent = 0;
    if (over) {
      over = false;
      $("#over").hidden = true;
    }
    state = JSON.parse(event.data);
    draw();
  });
  stream.addEventListener("end", () => {
    stream.close();
    end("已结束", "文稿和生成的文件都已删除，可以关闭这个网页。");
  });
  stream.addEventListener("error", () => {
    silent ||= Date.now();
    setTimeout(() => {
      if (silent && Date.now() - silent >= PATIENCE && !over) {
        end("planlint 没有运行", "可能已经结束，文稿和生成的文件都已删除。要再检查，请重新启动 planlint。");
      }
    }, PATIENCE + 100);
  });
}

async function take(files) {
  if (!state || !files.length) return;
  await handIn(files, state, say, refuse);
}

async function choose() {
  const errors_only = $("[name=level][value=errors]").checked;
  try {
    await post("choice", { errors_only, layout: $("#layout").checked });
  } catch (error) {
    refuse(error.message);
  }
}

$("#files").addEventListener("change", async (event) => {
  const files = [...event.target.files];
  event.target.value = "";
  await take(files);
});
let inside = 0;
const bringsFiles = (event) => event.dataTransfer?.types.includes("Files");
addEventListener("dragenter", (event) => {
  if (!bringsFiles(event)) return;
  inside += 1;
  document.body.classList.add("over");
});
addEventListener("dragleave", (event) => {
  if (!bringsFiles(event)) return;
  inside = Math.max(0, inside - 1);
  document.body.classList.toggle("over", inside > 0);
});
addEventListener("dragover", (event) => { if (bringsFiles(event)) event.preventDefault(); });
addEventListener("drop", async (event) => {
  if (!bringsFiles(event)) return;
  event.preventDefault();
  inside = 0;
  document.body.classList.remove("over");
  if (state) await take(await dropped(event.dataTransfer, state));
});
document.querySelectorAll("[name=level], #layout")
  .forEach((input) => input.addEventListener("change", choose));
$("#stop").addEventListener("click", async () => {
  if (state?.items.length && !confirm("结束后，放入的文稿和生成的文件都会删除。结束吗？")) return;
  await post("stop", {}).catch(() => {});
});
$("#back").addEventListener("click", () => { location.hash = ""; });
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !$("#reader").hidden) location.hash = "";
});
addEventListener("hashchange", () => { if (state) showReport(); });
begin(() => state, say, refuse);
listen();

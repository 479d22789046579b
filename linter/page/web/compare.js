// The two forms: which drafts are held against which.

import { post } from "./ask.js";

const $ = (selector) => document.querySelector(selector);

function choices(select, items, usual) {
  const told = items.map((item) => `${item.id} ${item.name}`).join("\n");
  if (select.dataset.told === told) return;
  const chosen = select.dataset.chosen || "";
  select.dataset.told = told;
  select.replaceChildren(...items.map((item) => new Option(item.name, item.id)));
  const there = items.some((item) => item.id === chosen);
  select.value = there ? chosen : items[Math.min(usual, items.length - 1)]?.id ?? "";
}

function uppers(items, local) {
  const box = $("#uppers");
  const others = items.filter((item) => item.id !== local);
  const told = others.map((item) => `${item.id} ${item.name}`).join("\n");
  if (box.dataset.told === told) return;
  box.dataset.told = told;
  const chosen = new Set([...box.querySelectorAll("input:checked")].map((input) => input.value));
  box.replaceChildren(...others.map((item) => {
    const line = document.createElement("label");
    const input = document.createElement("input");
    input.type = "checkbox";
    input.value = item.id;
    input.checked = chosen.has(item.id);
    line.append(input, ` ${item.name}`);
    return line;
  }));
}

// Bring the forms up to date with what lies on the desk.
export function offer(items) {
  const files = items.filter((item) => item.kind === "check");
  const drafts = files.filter((item) => item.state !== "ledger");
  $("#compare-part").hidden = files.length < 2 || !drafts.length;
  $("#diff").hidden = drafts.length < 2;
  choices($("#diff [name=old]"), drafts, 0);
  choices($("#diff [name=new]"), drafts, 1);
  choices($("#align [name=local]"), drafts, 0);
  uppers(files, $("#align [name=local]").value);
}

// Have the forms do what they are for.
export function begin(state, say, refuse) {
  for (const select of document.querySelectorAll("form select")) {
    select.addEventListener("change", () => {
      select.dataset.chosen = select.value;
      offer(state().items);
    });
  }
  const ask = async (kind, of) => {
    try {
      await post("comparisons", { kind, of });
      say("正在对照");
    } catch (error) {
      refuse(error.message);
    }
  };
  $("#diff").addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target.elements;
    ask("diff", [form.new.value, form.old.value]);
  });
  $("#align").addEventListener("submit", (event) => {
    event.preventDefault();
    const above = [...document.querySelectorAll("#uppers input:checked")].map((one) => one.value);
    if (above.length) ask("align", [event.target.elements.local.value, ...above]);
    else refuse("请先勾选上级规划或指标台账");
  });
}

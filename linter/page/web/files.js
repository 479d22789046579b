// Files that come in: chosen or dropped, folders with what is in them.

import { upload } from "./ask.js";

const suffix = (name) => (name.includes(".") ? `.${name.split(".").pop().toLowerCase()}` : "");
const known = ({ drafts, converted, ledgers }) => [...drafts, ...converted, ...ledgers];
const skipped = (name) => name.startsWith("~$") || name.startsWith(".");

async function below(entry) {
  if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return found;
    for (const one of some) found.push(...await below(one));
  }
}

// The files of a drop. What lies in a folder is taken where planlint can read it.
export async function dropped(transfer, state) {
  const entries = [...transfer.items].filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry?.());
  if (!entries.some((entry) => entry?.isDirectory)) return [...transfer.files];
  const found = [];
  for (const entry of entries.filter(Boolean)) {
    const files = await below(entry).catch(() => []);
    found.push(...files.filter((file) => entry.isFile
      || (known(state.formats).includes(suffix(file.name)) && !skipped(file.name))));
  }
  return found;
}

function fault(file, state) {
  if (!known(state.formats).includes(suffix(file.name))) {
    return `不支持的文件格式：${suffix(file.name) || "无扩展名"}`;
  }
  if (file.size > state.fileBytes) return `文件过大：超过 ${Math.floor(state.fileBytes / 2 ** 20)} MB`;
  return "";
}

// Hand in one file after the other; say what is going on, and what was refused.
export async function handIn(files, state, say, refuse) {
  let number = 0;
  for (const file of files) {
    number += 1;
    const why = fault(file, state);
    if (why) {
      refuse(`${file.name}：${why}`);
      continue;
    }
    say(`正在放入 ${number}/${files.length}：${file.name}`);
    try {
      await upload(file);
    } catch (error) {
      refuse(error.message.includes(file.name) ? error.message : `${file.name}：${error.message}`);
    }
  }
}

(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const notes = all(".note");
  const marked = all("[data-n]");
  const boxes = all(".controls input");
  const status = document.getElementById("status");
  let current = null;

  const key = (note) => note.id.slice(1);
  const names = (element) => element.dataset.n.split(" ");
  const chosen = (name) =>
    new Set(boxes.filter((box) => box.name === name && box.checked).map((box) => box.value));
  const shown = () => notes.filter((note) => !note.hidden);

  function tell() {
    const left = shown();
    const at = left.indexOf(current);
    if (status) status.textContent = `${at < 0 ? "–" : at + 1} / ${left.length}`;
  }

  function light(note) {
    all(".on").forEach((element) => element.classList.remove("on"));
    current = note;
    if (note) {
      note.classList.add("on");
      marked.filter((m) => m.classList.contains("m") && names(m).includes(key(note)))
        .forEach((m) => m.classList.add("on"));
    }
    tell();
  }

  /* Beside the draft each note stands at the height of its words, as far as there is room. */
  const beside = matchMedia("(min-width: 62rem)");
  const seen = new Set();

  function place(row) {
    const aside = row.lastElementChild;
    const items = [...aside.children].filter((item) => !item.hidden);
    items.forEach((item) => { item.style.marginTop = ""; });
    if (!beside.matches || !items.length) return;
    const top = aside.getBoundingClientRect().top;
    const wanted = new Map(items.map((item) => {
      const mark = item.dataset.n ? row.querySelector(`[id^="r${item.dataset.n}-"]`)
        : document.getElementById(`m${key(item)}`);
      return [item, mark ? mark.getBoundingClientRect().top - top - 8 : 0];
    }));
    items.sort((one, other) => wanted.get(one) - wanted.get(other));
    items.forEach((item) => aside.append(item));
    const gap = 8;
    const tall = items.map((item) => item.offsetHeight + gap);
    const least = tall.map((_, i) => tall.slice(0, i).reduce((sum, one) => sum + one, 0));
    const at = [];
    items.forEach((item, i) => {
      at.push(Math.max(wanted.get(item), i ? at[i - 1] + tall[i - 1] : 0));
    });
    let end = row.firstElementChild.offsetHeight;
    for (let i = items.length - 1; i >= 0; i -= 1) {
      at[i] = Math.max(least[i], Math.min(at[i], end - tall[i]));
      end = at[i];
    }
    items.forEach((item, i) => {
      const above = i ? at[i - 1] + tall[i - 1] : 0;
      item.style.marginTop = `${Math.max(0, at[i] - above)}px`;
    });
  }

  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) { seen.add(target); place(target); } else seen.delete(target);
    }
  }, { rootMargin: "50%" });
  all(".row:has(> .notes)").forEach((row) => watch.observe(row));
  const again = () => seen.forEach(place);
  window.addEventListener("resize", again);
  document.addEventListener("toggle", (event) => {
    const row = event.target.closest(".row");
    if (row) place(row);
  }, true);

  function filter() {
    const severities = chosen("severity");
    const rules = chosen("rule");
    const off = new Set();
    for (const note of notes) {
      note.hidden = !severities.has(note.dataset.severity) || !rules.has(note.dataset.rule);
      if (note.hidden) off.add(key(note));
    }
    for (const element of marked) {
      const gone = names(element).every((name) => off.has(name));
      if (element.classList.contains("m")) element.classList.toggle("off", gone);
      else element.hidden = gone;
    }
    if (current && current.hidden) light(null);
    again();
    tell();
  }

  function step(by) {
    const left = shown();
    if (!left.length) return;
    const at = left.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : left.length - 1) : (at + by + left.length) % left.length;
    light(left[next]);
    const mark = document.getElementById(`m${key(current)}`) || current;
    mark.scrollIntoView({ block: "center" });
    current.focus({ preventScroll: true });
  }

  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const name = target.classList.contains("note") ? key(target)
      : target.dataset.n ? names(target)[0] : null;
    if (name) light(document.getElementById(`n${name}`));
    target.scrollIntoView({ block: "center" });
  }

  boxes.forEach((box) => box.addEventListener("change", filter));
  all("[data-all]").forEach((button) => button.addEventListener("click", () => {
    boxes.filter((box) => box.name === "rule")
      .forEach((box) => { box.checked = Boolean(button.dataset.all); });
    filter();
  }));
  document.getElementById("next")?.addEventListener("click", () => step(1));
  document.getElementById("previous")?.addEventListener("click", () => step(-1));
  const panel = document.querySelector(".controls details");
  document.addEventListener("click", (event) => {
    if (panel && !panel.contains(event.target)) panel.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("select, textarea, input:not([type=checkbox])")) return;
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "Escape") {
      if (panel) panel.open = false;
      light(null);
    }
  });
  window.addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) follow();
  });
  if (location.hash) follow();
  tell();
})();

// What the page asks of planlint on this machine; everything lies below the page's own address.

export async function ask(method, path, headers = {}, body = undefined) {
  let answer;
  try {
    answer = await fetch(path, { method, body, headers: { "X-Planlint": "1", ...headers } });
  } catch {
    throw new Error("planlint 没有回答：可能已经结束");
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.error || `planlint 没有接受（${answer.status}）`);
  return told;
}

export const post = (path, told) =>
  ask("POST", path, { "Content-Type": "application/json" }, JSON.stringify(told));

export const upload = (file) =>
  ask("POST", "items", {
    "Content-Type": "application/octet-stream",
    // A name on Windows may hold half of a character pair, which has no place in an address.
    "X-Name": encodeURIComponent(file.name.replace(/\p{Surrogate}/gu, "")),
  }, file);

export const remove = (id) => ask("DELETE", `items/${id}`);

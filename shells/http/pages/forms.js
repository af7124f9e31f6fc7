// Sends a page's form as JSON. What its `data-path` names are the last parts of the page's own address.
const form = document.querySelector("form[data-post]");
const status = document.querySelector("[role=status]");

const cookie = (name) =>
  document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);

const fromAddress = (names) => {
  const parts = location.pathname.split("/").filter((part) => part !== "").slice(-names.length || Infinity);
  return Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(parts[at] ?? "")]));
};

async function send() {
  const names = (form.dataset.path ?? "").split(" ").filter((name) => name !== "");
  const body = { ...Object.fromEntries(new FormData(form)), ...fromAddress(names) };
  const answer = await fetch(form.dataset.post, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken") ?? "" },
    body: JSON.stringify(body),
  });
  if (answer.ok) {
    form.remove();
    status.textContent = form.dataset.done;
    return;
  }
  const problem = await answer.json();
  status.textContent = problem.errors?.[0]?.text ?? problem.title;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send().catch(() => { status.textContent = "The server does not answer. Try again."; });
});

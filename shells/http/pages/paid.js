// Whoever comes back from paying: asks for the order, some times where the money is still on its way.
const status = document.querySelector("[role=status]");
const session = new URLSearchParams(location.search).get("session_id") ?? "";

const cookie = (name) =>
  document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);

const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

async function ask() {
  const answer = await fetch(`/v1/shop/checkouts/${encodeURIComponent(session)}/return`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken") ?? "" },
    body: "{}",
  });
  return answer.json();
}

async function tell() {
  for (let tries = 0; tries < 5; tries += 1) {
    const told = await ask();
    if (told.order) return `Your order is ${told.order}.`;
    if (told.code !== "not_paid_yet") return told.title ?? "Somebody will look at your payment, and write to you.";
    status.textContent = "Your money is on its way.";
    await pause(1500);
  }
  return "Your money is still on its way. A mail will tell you once it is here.";
}

tell().then((text) => { status.textContent = text; },
  () => { status.textContent = "The server does not answer. Load this page again."; });

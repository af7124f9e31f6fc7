// Draws the OpenAPI document of this server; asks no other host.
const make = (tag, text = "", into = null) => {
  const node = document.createElement(tag);
  node.textContent = text;
  if (into) into.append(node);
  return node;
};

const typeOf = (schema = {}) => {
  if (schema.enum) return schema.enum.filter((word) => word !== null).join(" | ");
  const type = [].concat(schema.type ?? "any").join(" or ");
  return schema.format ? `${type} (${schema.format})` : type;
};

const cookie = (name) =>
  document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);

function fieldTable(into, title, fields) {
  if (fields.length === 0) return;
  make("h4", title, into);
  const table = make("table", "", into);
  for (const [name, schema, where] of fields) {
    const row = make("tr", "", table);
    make("code", name, make("td", "", row));
    make("td", typeOf(schema), row);
    make("td", where, row);
    make("td", schema.description ?? "", row);
  }
}

function properties(schema = {}) {
  const needed = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, each]) =>
    [name, each, needed.has(name) ? "required" : "optional"]);
}

function tryBox(into, verb, path, body) {
  make("h4", "Try it", into);
  const address = make("input", "", into);
  address.value = path;
  address.setAttribute("aria-label", "Address");
  const area = body ? make("textarea", "", into) : null;
  if (area) area.value = JSON.stringify(
    Object.fromEntries(Object.keys(body.properties ?? {}).map((name) => [name, ""])), null, 2);
  const button = make("button", `Send ${verb.toUpperCase()}`, into);
  const out = make("pre", "", into);
  button.addEventListener("click", async () => {
    const headers = { "X-CSRFToken": cookie("csrftoken") ?? "" };
    if (area) headers["Content-Type"] = "application/json";
    const answer = await fetch(address.value, { method: verb.toUpperCase(), headers, body: area?.value });
    out.textContent = `${answer.status} ${answer.statusText}\n${await answer.text()}`;
  });
}

function drawRoute(into, path, verb, route) {
  const box = make("details", "", into);
  const head = make("summary", "", box);
  make("b", verb.toUpperCase(), head);
  make("code", path, head);
  make("span", route.summary, head);
  const inside = make("div", "", box);
  inside.className = "inside";
  box.dataset.words = `${verb} ${path} ${route.summary} ${route.operationId}`.toLowerCase();
  if (route.security) make("p", "Needs a signed-in account.", inside);
  const body = route.requestBody?.content["application/json"].schema;
  fieldTable(inside, "Parameters", (route.parameters ?? []).map((each) => [each.name, each.schema, each.in]));
  fieldTable(inside, "Body", properties(body));
  for (const [status, answer] of Object.entries(route.responses))
    if (answer.content) fieldTable(inside, `Answer ${status}`, properties(answer.content["application/json"]?.schema));
  tryBox(inside, verb, path, body);
}

async function draw() {
  const main = document.getElementById("routes");
  const doc = await (await fetch("/v1/openapi.json")).json();
  document.getElementById("version").textContent = doc.info.version;
  main.replaceChildren();
  for (const [path, verbs] of Object.entries(doc.paths))
    for (const [verb, route] of Object.entries(verbs)) drawRoute(main, path, verb, route);
  document.getElementById("filter").addEventListener("input", (event) => {
    const words = event.target.value.toLowerCase();
    for (const box of main.children) box.hidden = !box.dataset.words.includes(words);
  });
}

draw().catch((error) => { document.getElementById("routes").textContent = `Could not read the document: ${error}`; });

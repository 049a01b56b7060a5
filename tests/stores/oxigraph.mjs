// Answers queries with Oxigraph.
//   node oxigraph.mjs < {"data": [[file, media type]…], "union": bool, "queries": {name: SPARQL…}}
// Prints {name: SPARQL results in JSON…}. With "union" the default graph of a query is all graphs at once.
import { readFileSync } from "node:fs";
import oxigraph from "oxigraph";

const job = JSON.parse(readFileSync(0, "utf8"));
const store = new oxigraph.Store();
for (const [file, format] of job.data) {
  store.load(readFileSync(file, "utf8"), { format });
}
const answers = {};
for (const [name, query] of Object.entries(job.queries)) {
  answers[name] = JSON.parse(
    store.query(query, { results_format: "json", use_default_graph_as_union: job.union }));
}
console.log(JSON.stringify(answers));

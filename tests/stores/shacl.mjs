// Validates data by SHACL shapes with rdf-validate-shacl: node shacl.mjs SHAPES.ttl DATA.ttl
// Prints {"conforms": bool, "violations": [a line each…]}.
import { readFileSync } from "node:fs";
import { Parser, Store } from "n3";
import Validator from "rdf-validate-shacl";

const read = (file) => new Store(new Parser().parse(readFileSync(file, "utf8")));
const report = await new Validator(read(process.argv[2])).validate(read(process.argv[3]));
const violations = report.results.map((one) =>
  [one.focusNode, one.path, ...one.message].filter(Boolean).map((term) => term.value).join(" "));
console.log(JSON.stringify({ conforms: report.conforms, violations }));

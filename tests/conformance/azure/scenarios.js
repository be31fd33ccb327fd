// Prints, as JSON, the names of the scenarios that the server's routes of long-running operations register.
"use strict";

const fs = require("fs");
const path = require("path");

const root = path.join(process.cwd(), "node_modules/@microsoft.azure/autorest.testserver");
const names = {};
for (const file of ["lros.js", "lroParameterizedEndpoints.js"]) {
  const Routes = require(path.join(root, "legacy/routes", file));
  new Routes(names, names);
}
// The newer routes tell the server's own service, which talks on standard output.
console.log = () => {};
const { coverageService } = require(path.join(root, "dist/services"));
const folder = path.join(root, "dist/test-routes/lro");
const files = fs.readdirSync(folder).filter((file) => file.endsWith(".js") && file !== "test.js");
files.forEach((file) => require(path.join(folder, file)));
Object.assign(names, coverageService.getAllForCategory("azure"));
fs.writeFileSync(process.argv[2], JSON.stringify(Object.keys(names).sort()));

// Starts the server as it is, but for three things: it listens on 127.0.0.1 alone, on a free port, which it writes to
// the file that is named; and it ends when its standard input does, so that it never outlives the test.
"use strict";

const fs = require("fs");
const http = require("http");
const path = require("path");

const [, , portFile, coverage] = process.argv;
const listen = http.Server.prototype.listen;
http.Server.prototype.listen = function (_port, started) {
  this.once("listening", () => {
    fs.writeFileSync(`${portFile}.new`, String(this.address().port));
    fs.renameSync(`${portFile}.new`, portFile);
  });
  return listen.call(this, 0, "127.0.0.1", started);
};
process.stdin.on("end", () => process.exit(0)).resume();

const { ApiMockApp } = require(path.join(process.cwd(), "node_modules/@microsoft.azure/autorest.testserver/dist/app"));
new ApiMockApp({ port: 0, coverageDirectory: coverage }).start().catch((error) => {
  console.error(error);
  process.exit(1);
});

// Logs in and calls an Apex service as npm `jsforce` does: URL, client id and secret, path, body.
const { Connection, OAuth2 } = require('jsforce');

const [loginUrl, clientId, clientSecret, path, body] = process.argv.slice(2);

async function main() {
  const login = await new OAuth2({ loginUrl, clientId, clientSecret }).requestToken({ grant_type: 'client_credentials' });
  const connection = new Connection({ instanceUrl: login.instance_url, accessToken: login.access_token });
  console.log(JSON.stringify(await connection.apex.post(path, JSON.parse(body))));
}

main();

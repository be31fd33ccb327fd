// Asks for a job's status as npm `smile-identity-core` does: URL, partner, key, history, image links.
const { Utilities } = require('smile-identity-core');

const [url, partner, key, history, imageLinks] = process.argv.slice(2);
const options = { return_history: history === 'true', return_images: imageLinks === 'true' };
const client = new Utilities(partner, key, url);
client.get_job_status('user', 'job-100', options).then((reply) => console.log(JSON.stringify(reply)));

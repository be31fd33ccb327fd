"""Waits for a job and has its callback sent again, as PyPI `usesmileid` does: URL, partner, key, job."""

import json
import sys

from usesmileid import Client

url, partner_id, api_key, job_id = sys.argv[1:]
client = Client(partner_id=partner_id, api_key=api_key, base_url=url)
status = client.verifications.wait_until_complete(job_id, interval=0.01)
replayed = client.verifications.replay(job_id)
print(json.dumps({"status": status.status, "replayed": replayed.status}))

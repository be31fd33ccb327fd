"""Asks for a job's status as PyPI `smile-id-core` does: URL, partner, key, history, image links, and maybe the moment."""

import json
import sys

from smile_id_core import Signature, Utilities

url, partner_id, api_key, history, image_links, *moment = sys.argv[1:]
options = {
    "return_job_status": True,
    "return_history": history == "true",
    "return_images": image_links == "true",
    "use_enrolled_image": False,
}
signature = Signature(partner_id, api_key).generate_signature(moment[0]) if moment else None
client = Utilities(partner_id, api_key, url)
job = {"user_id": "user", "job_id": "job-100", "job_type": 1}
print(json.dumps(client.get_job_status(job, options, signature)))

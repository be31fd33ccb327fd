"""TLS in front of a port of this machine, for clients that know no plain HTTP: certificate, key, port. Prints its own port."""

import socket
import ssl
import sys
import threading

certificate, key, port = sys.argv[1:]
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(certificate, key)


def pass_on(source, target):
    try:
        while piece := source.recv(65536):
            target.sendall(piece)
    except OSError:
        pass
    target.close()


def serve(plain):
    try:
        outside = context.wrap_socket(plain, server_side=True)
    except OSError:
        return
    inside = socket.create_connection(("127.0.0.1", int(port)))
    threading.Thread(target=pass_on, args=(outside, inside), daemon=True).start()
    pass_on(inside, outside)


with socket.create_server(("127.0.0.1", 0)) as listener:
    print(listener.getsockname()[1], flush=True)
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()

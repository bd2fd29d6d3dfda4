# Files come from a real HTTP server, a process of its own:
# one after another, by threads, by coroutines.
import asyncio
import io
import os, time
from http import server as web
from http.client import HTTPResponse
from multiprocessing import Process
from threading import Thread
from urllib.request import urlopen

FILES = 6
SIZE = 256  # KiB
TIME = 0.5
PATIENCE = 1.0
content = [os.urandom(SIZE * 1024) for _ in range(FILES)]

class Files(web.BaseHTTPRequestHandler):
    def do_GET(self):
        body = content[int(self.path[1:])]
        self.send_response(200)
        self.send_header("Content-Length", len(body))
        self.end_headers()
        time.sleep(TIME)                                 #@ serve
        self.wfile.write(body)
    def log_message(self, *_):
        print("asked for", self.path)                    #@ progress

def fetch(number):                                       #@ def
    got = urlopen(f"{url}/{number}", timeout=PATIENCE)   #@ fetch
    told(number, got.read())
def told(number, body):
    same = body == content[number]                       #@ compare
    print("file", number, "as sent", same)               #@ told
async def fetch_async(number):  # http.client reads the answer
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"GET /%d HTTP/1.0\r\n\r\n" % number)
    got = io.BytesIO(await reader.read())
    got.makefile = lambda *_: got
    HTTPResponse.begin(answer := HTTPResponse(got))
    told(number, answer.read()), writer.close()

def one_by_one():                                        #@ in-turn
    for number in range(FILES):                          #@ each-in-turn
        fetch(number)                                    #@ fetch-in-turn
def threads():                                           #@ one
    all = [Thread(target=fetch, args=(i,))               #@ start
           for i in range(FILES)]                        #@ each
    [one.start() for one in all], [one.join() for one in all]
async def coroutines():
    await asyncio.gather(*map(fetch_async, range(FILES)))
server = web.ThreadingHTTPServer(("127.0.0.1", 0), Files)    #@ server
address = server.server_address
url = f"http://{address[0]}:{address[1]}"
(process := Process(target=server.serve_forever)).start()
def in_a_loop(): asyncio.run(coroutines())
for way in one_by_one, threads, in_a_loop:
    begun = time.monotonic()
    way(), print("wall", time.monotonic() - begun)       #@ wall
process.kill(), process.join()                           #@ server-end

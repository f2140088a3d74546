// Serves a built site the way a good static host does: compressed, under its base path, with its 404 page.
// `node scripts/serve.mjs [folder]`; PORT and BASE_PATH from the environment.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';

const folder = process.argv[2] ?? 'dist';
const port = Number(process.env.PORT ?? 4321);
const base = `/${(process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');

const notFound = readFileSync(join(folder, '404.html'));
const compress = compression();
const files = sirv(folder, { etag: true });

const server = createServer((request, response) => {
  compress(request, response, () => {
    const [path, query] = (request.url ?? '/').split('?', 2);
    if (!`${path}/`.startsWith(base)) return missing(response);
    if (path === base.slice(0, -1)) return redirect(response, `${base}${query ? `?${query}` : ''}`);
    request.url = `/${(request.url ?? '').slice(base.length)}`;
    files(request, response, () => missing(response));
  });
});

server.on('error', (error) => {
  console.error(
    error.code === 'EADDRINUSE' ? `端口 ${port} 已被占用。换一个端口，例如 PORT=8080` : error.message,
  );
  process.exit(1);
});
server.listen(port, 'localhost', () =>
  console.log(`网站在 http://localhost:${port}${base}\n按 Ctrl+C 停止。`),
);

function redirect(response, location) {
  response.writeHead(301, { location }).end();
}

function missing(response) {
  response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' }).end(notFound);
}

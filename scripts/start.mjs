// `npm start`: installs when needed, builds, serves, and says where.
import { createServer } from 'node:net';
import { install, run, start } from './setup.mjs';

const port = readPort(process.env.PORT ?? '4321');
const base = `/${(process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
const address = `http://localhost:${port}${base}`;

for (const host of ['127.0.0.1', '::1']) {
  if (await taken(host)) {
    console.error(`端口 ${port} 已被占用。换一个端口：PORT=${port + 1} npm start`);
    process.exit(1);
  }
}
install();
if (!run('astro', ['build', '--silent'])) {
  console.error('构建失败，原因见上。数据有误时先运行 npm run check:data，它列出全部错误。');
  process.exit(1);
}
start('astro', ['preview', '--port', String(port), '--silent'], { stdio: ['ignore', 'inherit', 'inherit'] });
await answering();
console.log(`\n网站在 ${address}\n按 Ctrl+C 停止。`);

function readPort(text) {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65_535) return number;
  console.error(`PORT=${text} 不是端口号，写 1 到 65534 的整数，例如 PORT=8080 npm start`);
  process.exit(1);
}

/** Whether something listens on the port; an address family this machine lacks counts as free. */
function taken(host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}

async function answering() {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  console.error(`${address} 30 秒内没有应答，原因见上。`);
  process.exit(1);
}

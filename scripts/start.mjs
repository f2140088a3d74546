// `npm start`: installs when needed, builds, serves, and says where.
import { createServer } from 'node:net';
import { install, run, start } from './setup.mjs';

const port = Number(process.env.PORT ?? 4321);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error(`PORT=${process.env.PORT} 不是端口号，写 1 到 65535 的整数，例如 PORT=8080 npm start`);
  process.exit(1);
}
// Before a build of half a minute rather than after it.
for (const host of ['127.0.0.1', '::1']) {
  if (await taken(host)) {
    console.error(`端口 ${port} 已被占用。换一个端口，例如 PORT=8080 npm start`);
    process.exit(1);
  }
}
install();
if (!run('astro', ['build', '--silent'])) {
  console.error('构建失败，原因见上。数据有误时先运行 npm run check:data，它列出全部错误。');
  process.exit(1);
}
start('node', ['scripts/serve.mjs']);

/** Whether something listens on the port; an address family this machine lacks counts as free. */
function taken(host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}

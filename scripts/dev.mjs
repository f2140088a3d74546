// `npm run dev`: live reload for editing; installs when needed.
import { install, start } from './setup.mjs';

install();
start('astro', ['dev', ...process.argv.slice(2)]);

import type { APIRoute } from 'astro';
import { loadApi } from '../../../data/api.ts';
import { apiIndex } from '../../../data/api/index-document.ts';
import { href } from '../../../site/href.ts';

export const GET: APIRoute = async () => Response.json(apiIndex(await loadApi(), href));

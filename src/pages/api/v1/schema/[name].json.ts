import type { APIRoute, GetStaticPaths } from 'astro';
import { documentSchema, DOCUMENT_NAMES } from '../../../../data/api/schemas.ts';

export const getStaticPaths = (() =>
  DOCUMENT_NAMES.map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => Response.json(documentSchema(params.name ?? ''));

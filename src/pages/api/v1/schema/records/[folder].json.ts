import type { APIRoute, GetStaticPaths } from 'astro';
import { recordSchema, RECORD_FOLDERS } from '../../../../../data/api/schemas.ts';

export const getStaticPaths = (() =>
  RECORD_FOLDERS.map((folder) => ({ params: { folder }, props: { folder } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(recordSchema(props.folder));

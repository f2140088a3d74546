import type { APIRoute, GetStaticPaths } from 'astro';
import { loadApi } from '../../../data/api.ts';

export const getStaticPaths = (async () =>
  (await loadApi()).map(({ collection: { name }, document }) => ({
    params: { collection: name },
    props: { document },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props.document);

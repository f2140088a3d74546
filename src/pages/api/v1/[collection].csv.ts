import type { APIRoute, GetStaticPaths } from 'astro';
import { loadApi } from '../../../data/api.ts';
import { csvOf } from '../../../data/api/csv.ts';

export const getStaticPaths = (async () =>
  (await loadApi()).map((published) => ({
    params: { collection: published.collection.name },
    props: { published },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(csvOf(props.published), { headers: { 'content-type': 'text/csv; charset=utf-8' } });

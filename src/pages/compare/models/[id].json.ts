import { compareModel } from '../../../data/compare.ts';
import { load } from '../../../data/load.ts';
import { href } from '../../../site/href.ts';

export async function getStaticPaths() {
  return [...(await load('models')).keys()].map((id) => ({ params: { id } }));
}

/** What `/compare/` shows of one model; programs take `/api/v1/models/<id>.json`. */
export async function GET({ params }: { params: { id: string } }) {
  return Response.json(await compareModel(params.id, href));
}

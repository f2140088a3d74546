/** The three settings of a deployment, read here and nowhere else. */
export interface SiteEnv {
  /** `https://docs.example.com`, without a path; undefined when the address is not known at build time. */
  siteUrl: string | undefined;
  /** `/` or `/guide`: starts with a slash, does not end with one unless it is the root. */
  basePath: string;
  /** Address of the repository, for edit links; without it none are shown. */
  repoUrl: string | undefined;
}

/** Reads `SITE_URL`, `BASE_PATH` and `REPO_URL`; throws with the value and the remedy when one is malformed. */
export function readEnv(env: Record<string, string | undefined>): SiteEnv {
  return {
    siteUrl: httpUrl('SITE_URL', env.SITE_URL, 'https://docs.example.com')?.origin,
    basePath: basePath(env.BASE_PATH),
    repoUrl: httpUrl('REPO_URL', env.REPO_URL, 'https://git.example.com/team/guide')?.href.replace(/\/$/, ''),
  };
}

function httpUrl(name: string, value: string | undefined, example: string): URL | undefined {
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new Error(`${name}=${value} 不是网址，写成 ${name}=${example}`);
  }
  return url;
}

function basePath(value: string | undefined): string {
  const path = `/${(value ?? '').replace(/^\/+|\/+$/g, '')}`;
  if (!/^\/[\w./~-]*$/.test(path)) throw new Error(`BASE_PATH=${value} 不是路径，写成 BASE_PATH=/guide`);
  return path;
}

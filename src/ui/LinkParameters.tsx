interface Props {
  /** Name of the page, and its address with the site's base. */
  name: string;
  page: string;
  parameters: readonly {
    key: string;
    label: string;
    expected: string;
    fallback: string;
    example: string;
  }[];
}

/** What the link of a page is made of: one row a parameter, each with a link to try. */
export function LinkParameters({ name, page, parameters }: Props) {
  return (
    <div
      className="not-content table-scroll"
      tabIndex={0}
      role="region"
      aria-label={`链接参数：${name}`}
      data-parameters={page}
    >
      <table className="data-table link-parameters">
        <thead>
          <tr>
            <th scope="col">参数</th>
            <th scope="col">是什么，例子</th>
            <th scope="col">怎么写</th>
            <th scope="col">不写时</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ key, label, expected, fallback, example }) => (
            <tr key={key}>
              <th scope="row">
                <code>{key}</code>
              </th>
              <td>
                {label}
                <a className="link-example" href={`${page}?${example}`}>
                  ?{example}
                </a>
              </td>
              <td>{expected}</td>
              <td>{fallback === '' ? '（空）' : <code>{fallback.replaceAll(',', ', ')}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

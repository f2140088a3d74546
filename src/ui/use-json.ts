import { useEffect, useState } from 'react';

/** Fetches a JSON document once; null until it is here. */
export function useJson<Value>(address: string): { value: Value | null; failed: boolean } {
  const [value, setValue] = useState<Value | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    fetch(address)
      .then((response) => response.json())
      .then((found: Value) => !gone && setValue(found))
      .catch(() => !gone && setFailed(true));
    return () => {
      gone = true;
    };
  }, [address]);
  return { value, failed };
}

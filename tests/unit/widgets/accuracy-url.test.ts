import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSearch } from '../../../src/url/codec.ts';
import { accuracyCodec } from '../../../src/widgets/accuracy/url.ts';

const ENGINES = ['llama.cpp', 'gguf (Ollama)'];
const CLASSES = ['nvidia-gddr', 'apple-late'];
const SOURCES = ['qwen25-speed', 'ms-ollama-library'];
const codec = accuracyCodec({ engine: ENGINES, class: CLASSES, source: SOURCES });

test('junk is named, the rest still counts', () => {
  const { state, ignored } = parseSearch(
    codec,
    '?what=speed&engine=nobody&class=x&kind=big&src=none&sort=nothing&p=0&utm=1',
  );
  assert.deepEqual(ignored.map(({ key }) => key).sort(), [
    'class',
    'engine',
    'kind',
    'p',
    'sort',
    'src',
    'what',
  ]);
  assert.deepEqual(state, codec.fallback);
  assert.equal(parseSearch(codec, '?what=speed&class=apple-late').state.class, 'apple-late');
});

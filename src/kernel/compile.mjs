/**
 * Compiles `assembly/` and writes it, as text, into `bytes.generated.ts`: at hand in any host, with no file to fetch.
 * `npm ci` and `npm run build` run this.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const here = fileURLToPath(new URL('.', import.meta.url));
let binary;
const output = asc.createMemoryStream();
const { error } = await asc.main(
  ['assembly/index.ts', '--baseDir', here, '--outFile', 'kernel.wasm', '--runtime', 'stub']
    .concat(['--enable', 'simd', '--noAssert', '-O3', '--converge'])
    .concat(['--initialMemory', '16', '--maximumMemory', '32768']),
  {
    stdout: output,
    stderr: output,
    writeFile: (name, contents) => {
      if (name === 'kernel.wasm') binary = contents;
    },
  },
);
if (error) {
  console.error(output.toString());
  process.exit(1);
}
writeFileSync(
  `${here}bytes.generated.ts`,
  `/** The compiled kernel, in base 64; made by compile.mjs, not kept in the repository. */
export const KERNEL_BYTES =
  '${Buffer.from(binary).toString('base64')}';
`,
);

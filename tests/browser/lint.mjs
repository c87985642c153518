// web-ext lint with every warning an error, but for the one that comes of serving both browsers with one manifest:
// Firefox says that it ignores `background.service_worker`, beside which `background.scripts` stands for it.
import { execFileSync } from 'node:child_process';

const EXPECTED = ['BACKGROUND_SERVICE_WORKER_IGNORED'];

let output;
try {
  output = execFileSync('npx', ['web-ext', 'lint', '--source-dir', '../../extension', '--output', 'json'], { encoding: 'utf8' });
} catch (failure) {
  output = failure.stdout; // errors make it exit with 1, and are told below
}
const { errors, warnings, notices } = JSON.parse(output);
const faults = [...errors, ...warnings, ...notices].filter(({ code }) => !EXPECTED.includes(code));
for (const { file, line, code, message } of faults) console.error(`extension/${file ?? 'manifest.json'}:${line ?? 1}: ${code}: ${message}`);
process.exitCode = faults.length > 0 ? 1 : 0;

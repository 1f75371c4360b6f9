/**
 * Urtuu runs TypeScript as it stands, which Node does from 22.18 on. Machines often have an older one; the npm package
 * `node-linux-…` brings Node 24, and this file finds it. Plain JavaScript that Node 18 can read.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const OWN_NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));

/** @param {string} version as `process.versions.node` gives it */
export function fits(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 22 && minor >= 18) || (major === 24 && minor >= 11) || major > 24;
}

/**
 * Runs the script again under the Node that npm installed, and ends with its exit code.
 * @param {string} script @param {readonly string[]} args
 */
export function runUnderFittingNode(script, args) {
  if (!existsSync(OWN_NODE)) {
    console.error(
      `Urtuu needs Node 22.18 or newer, or 24.11 or newer. This is Node ${process.versions.node}, and npm has installed\n` +
        'no newer one for this machine. Run `npm ci` in the project folder, or install Node 24 from https://nodejs.org.',
    );
    process.exit(1);
  }
  // The channel tells the child when this process is killed without warning.
  const child = spawn(OWN_NODE, [script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches the child by itself, as a member of the terminal's group.
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('exit', (code, signal) =>
    process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15)),
  );
}

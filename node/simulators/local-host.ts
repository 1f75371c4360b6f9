/**
 * Whether a request to a part of the demonstration names this machine. These parts have no passwords, and a foreign
 * page whose name was pointed at 127.0.0.1 (DNS rebinding) could use them in the browser of whoever runs them.
 */
export function namesThisMachine(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host ?? '');
}

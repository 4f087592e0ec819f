/** Output: a file made of a report, off the request. Pure. */

/** `stalled`: the process that was at it has not been heard of; another takes it over. */
export type OutputStatus = 'waiting' | 'working' | 'stalled' | 'done' | 'failed';

/** After so many seconds of silence a job is another process's to take. */
export const staleSeconds = 20;

/** How often a process says that it is at work, in milliseconds. */
export const heartbeat = 5_000;

/** How often a job is tried: after this it says that it failed. */
export const mostAttempts = 3;

/** Whether there is still something to wait for. */
export const isOpen = (status: OutputStatus): boolean => status !== 'done' && status !== 'failed';

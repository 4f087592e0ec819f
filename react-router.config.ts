import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  ssr: true,
  // the list of all routes, 7 kB once per release: without it each page carries part of it, twice as large, and asks
  // the server for what its links need
  routeDiscovery: { mode: 'initial' },
} satisfies Config;

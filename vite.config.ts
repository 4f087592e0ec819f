import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  build: { target: 'es2024' },
  environments: {
    // The server bundle is the whole web application: the API and the pages share one copy of each module.
    ssr: { build: { rolldownOptions: { input: './server/app.ts' } } },
  },
});

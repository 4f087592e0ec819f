import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [reactRouter()],
  build: {
    target: 'es2024',
    // The server bundle is the whole web application: the API and the pages share one copy of each module.
    ...(isSsrBuild ? { rollupOptions: { input: './server/app.ts' } } : {}),
  },
}));

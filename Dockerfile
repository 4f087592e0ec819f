# The production image. Its steps are the scripts that `npm start` runs on a fresh clone; give it a database
# by DATABASE_URL, or a volume on /app/data for the one that comes along.
FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
RUN useradd --system --create-home akkoord && mkdir data && chown akkoord:akkoord . data
USER akkoord
COPY --chown=akkoord:akkoord . .
RUN npm run setup
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "scripts/start.mjs"]

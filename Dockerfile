# The service. Its settings come from the environment, its data is in Postgres: nothing is written into the container.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# Optional dependencies are the binaries of the embedded Postgres, which is for trials; nothing needs an install script.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

# The team leads' page, which the service serves; what builds it stays here.
FROM node:24-bookworm-slim AS page
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY app ./app
COPY domain ./domain
COPY translations ./translations
COPY scripts ./scripts
COPY vite.dashboard.config.ts ./
RUN ["node", "scripts/build-dashboard.ts"]

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY domain ./domain
COPY server ./server
COPY policies ./policies
COPY --from=page /app/dist/dashboard ./dist/dashboard
USER node
EXPOSE 3000
# Ends within ten seconds; wait longer than that before killing it (--stop-timeout, stop_grace_period).
STOPSIGNAL SIGTERM
# Alive, whether or not Zendesk and Postgres are there: what a restart would not mend is told by /readyz.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
# Bounds on memory as in npm start: near 200 MB under load, where Node of itself lets the service take twice that.
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=256", "server/main.ts"]

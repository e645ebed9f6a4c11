# Built with compilers at hand, in case better-sqlite3 finds no ready-made binary; run without them.
FROM node:22-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node --input-type=module -e "import { buildWhenStale } from './app/launch/build.mjs'; buildWhenStale()"
RUN npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production DATABASE_URL=/app/data/trivista.sqlite
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/build build
COPY --from=build /app/db/migrations db/migrations
COPY --from=build /app/app/launch app/launch
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "app/launch/serve.mjs"]

/** The only place that reads the environment. Nothing is mandatory. */
const text = (name: string) => process.env[name]?.trim() || undefined;

export const env = {
  /** `postgres://…` or the path of a SQLite file. */
  databaseUrl: () => text("DATABASE_URL") ?? "data/trivista.sqlite",
  migrations: () => text("MIGRATIONS_DIR") ?? "db/migrations",
  port: () => Number(text("PORT") ?? 3000),
  host: () => text("HOST") ?? "0.0.0.0",
  /** The address people use, for links, when it differs from what the server sees. */
  publicUrl: () => text("PUBLIC_URL")?.replace(/\/$/, ""),
  /** How many proxies in front of us may be believed about the client's address; 0 believes none. */
  trustedProxies: () => Number(text("TRUSTED_PROXIES") ?? 0),
  /** How much of respondents' files one workspace keeps, in MB. */
  fileSpace: () => Number(text("FILE_SPACE_MB") ?? 2000) * 1024 * 1024,
  version: () => text("npm_package_version") ?? "",
};

/** The whole URL map, grouped by who uses it. */
import { index, type RouteConfig } from "@remix-run/route-config";

export default [index("routes/home.tsx")] satisfies RouteConfig;

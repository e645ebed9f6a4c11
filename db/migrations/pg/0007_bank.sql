CREATE TABLE "bank_items" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"content" json NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"archived_at" bigint
);
--> statement-breakpoint
CREATE TABLE "test_links" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"questionnaire_id" text NOT NULL,
	"token" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "bank_items_workspace" ON "bank_items" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "test_links_token" ON "test_links" USING btree ("token");--> statement-breakpoint
CREATE UNIQUE INDEX "test_links_questionnaire" ON "test_links" USING btree ("questionnaire_id");
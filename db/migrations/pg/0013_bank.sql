CREATE TABLE "bank_items" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"tags" json NOT NULL,
	"roles" json NOT NULL,
	"content" json NOT NULL,
	"revision" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"saved_at" bigint NOT NULL,
	"saved_by" text NOT NULL,
	"deleted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "role_sets" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"business_type" text NOT NULL,
	"questionnaires" json NOT NULL,
	"created_at" bigint NOT NULL,
	"saved_by" text NOT NULL,
	"deleted_at" bigint
);
--> statement-breakpoint
CREATE INDEX "bank_items_workspace" ON "bank_items" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "role_sets_workspace" ON "role_sets" USING btree ("workspace_id");
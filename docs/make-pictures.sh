#!/usr/bin/env bash
# Draws the pictures of the gallery again: runs the commands that stand in docs/gallery.md, so the two never differ. They
# are drawn small, for a page.
set -euo pipefail
cd "$(dirname "$0")/.."

grep '^    dotnet run ' docs/gallery.md | while read -r -a command; do
  echo "${command[*]}"
  "${command[@]}" --width 640 --height 480 < /dev/null
done

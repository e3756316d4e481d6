#!/usr/bin/env bash
# Draws the pictures of the documents again: runs the commands that stand in gallery and tutorial, so the two never differ.
# They are drawn small, for a page. The Chinese documents show Chinese pictures.
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet build src/NeuronDemo -c Release
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r examples "$folder"

draw() { # DOCUMENT LANGUAGE FOLDER
  sed -n 's/^\$ neuron-demo \(.*\.png\)$/\1/p' "$1" | while read -r -a command; do
    echo "${command[*]}"
    (cd "$folder" && dotnet run --no-build --project "$OLDPWD/src/NeuronDemo" -c Release -- "${command[@]}" --language "$2" --width 640 --height 480 < /dev/null)
  done
  mv "$folder"/*.png "$3"
}

draw docs/gallery.md en docs/pictures
draw docs/tutorial.md en docs/pictures
draw docs/gallery.zh.md zh docs/pictures/zh
draw docs/tutorial.zh.md zh docs/pictures/zh

# Writes a C++ file that holds every Turtle file of the built-in packs, by name.
#   cmake -DROOT=… -DFILES=a;b -DOUT=… -P embed.cmake
set(text "// Made from ontology/ by src/pack/embed.cmake.\n#include \"pack/pack.h\"\n\nnamespace testudo::pack {\nnamespace {\n\n")
set(table "")
set(number 0)
foreach(file ${FILES})
  file(READ ${ROOT}/${file} hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND text "constexpr unsigned char kFile${number}[] = {${bytes}0};\n")
  string(APPEND table "    {\"${file}\", std::string_view(reinterpret_cast<const char*>(kFile${number}), ${size})},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND text "\n}  // namespace\n\nstd::span<const BuiltInFile> built_in_files() {\n"
                   "  static const BuiltInFile kFiles[] = {\n${table}  };\n  return kFiles;\n}\n\n}  // namespace testudo::pack\n")
file(WRITE ${OUT} "${text}")

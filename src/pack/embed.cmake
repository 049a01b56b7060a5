# Writes an assembler file that takes in every Turtle file of the built-in packs, and a C++ file that lists them by name.
#   cmake -DROOT=… -DFILES=a;b -DASSEMBLER=… -DLIST=… -P embed.cmake
set(blobs "/* Made from ontology/ by src/pack/embed.cmake. */\n        .section .rodata\n")
set(symbols "")
set(table "")
set(number 0)
foreach(file ${FILES})
  set(name testudo_built_in_${number})
  string(APPEND blobs "        .globl ${name}, ${name}_end\n        .hidden ${name}, ${name}_end\n"
                      "${name}:\n        .incbin \"${ROOT}/${file}\"\n${name}_end:\n        .byte 0\n")
  string(APPEND symbols "extern const char ${name}[];\nextern const char ${name}_end[];\n")
  string(APPEND table "      {\"${file}\", {${name}, static_cast<std::size_t>(${name}_end - ${name})}},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND blobs "#if defined(__linux__) && defined(__ELF__)\n        .section .note.GNU-stack, \"\", %progbits\n#endif\n")
file(WRITE ${ASSEMBLER} "${blobs}")
file(WRITE ${LIST} "// Made from ontology/ by src/pack/embed.cmake.
#include \"pack/pack.h\"

extern \"C\" {
${symbols}}

namespace testudo::pack {

std::span<const BuiltInFile> built_in_files() {
  static const BuiltInFile kFiles[] = {
${table}  };
  return kFiles;
}

}  // namespace testudo::pack
")

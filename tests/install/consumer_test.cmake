# Installs the build into a folder of its own, builds the consumer against that alone, and runs it.
#   cmake -DBUILD=… -DWORK=… -DCONSUMER=… -DGENERATOR=… -DCXX=… -DFLAGS=… -DCONFIG=… -P consumer_test.cmake
cmake_minimum_required(VERSION 3.25)

function(step)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE told)
  if(status)
    message(FATAL_ERROR "ended with ${status}: ${ARGN}\n${said}${told}")
  endif()
  set(said "${said}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
# Moved after it was installed: a package must not hold the path that it was made for.
step(${CMAKE_COMMAND} --install ${BUILD} --config ${CONFIG} --prefix ${WORK}/made)
file(RENAME ${WORK}/made ${WORK}/prefix)

step(${CMAKE_COMMAND} -S ${CONSUMER} -B ${WORK}/consumer -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${WORK}/prefix -DCMAKE_BUILD_TYPE=${CONFIG}
     -DCMAKE_CXX_COMPILER=${CXX} "-DCMAKE_CXX_FLAGS=${FLAGS}")
step(${CMAKE_COMMAND} --build ${WORK}/consumer --config ${CONFIG})
find_program(consumer consumer PATHS ${WORK}/consumer ${WORK}/consumer/${CONFIG} NO_DEFAULT_PATH REQUIRED)
step(${consumer})
if(NOT said MATCHES "ir:Withdrawal")
  message(FATAL_ERROR "the consumer's Turtle holds no withdrawal:\n${said}")
endif()

step(${WORK}/prefix/bin/testudo --version)
foreach(name LICENSE NOTICE)
  file(GLOB_RECURSE found ${WORK}/prefix/share/${name})
  if(NOT found)
    message(FATAL_ERROR "${name} is not installed")
  endif()
endforeach()

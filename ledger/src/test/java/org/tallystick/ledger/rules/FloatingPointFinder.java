package org.tallystick.ledger.rules;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds every trace of floating point in a compiled class: in fields, in signatures of methods, in instructions. */
final class FloatingPointFinder {

    private final List<String> found = new ArrayList<>();
    private final String className;

    private FloatingPointFinder(String className) {
        this.className = className;
    }

    /** A line for each trace; empty for a class without any. */
    static List<String> findIn(ClassModel type) {
        FloatingPointFinder finder =
                new FloatingPointFinder(type.thisClass().asInternalName().replace('/', '.'));
        for (FieldModel field : type.fields()) {
            if (isFloating(field.fieldTypeSymbol())) {
                finder.report("field " + field.fieldName());
            }
        }
        for (MethodModel method : type.methods()) {
            if (isFloating(method.methodTypeSymbol())) {
                finder.report("signature of " + method.methodName());
            }
            method.code().ifPresent(code -> code.forEach(element -> finder.look(method, element)));
        }
        return finder.found;
    }

    private void look(MethodModel method, CodeElement element) {
        if (element instanceof Instruction instruction && isFloating(instruction)) {
            report(instruction.opcode() + " in " + method.methodName());
        }
    }

    private void report(String where) {
        found.add(className + ": " + where);
    }

    private static boolean isFloating(Instruction instruction) {
        return switch (instruction) {
            case LoadInstruction load -> isFloating(load.typeKind());
            case StoreInstruction store -> isFloating(store.typeKind());
            case ReturnInstruction end -> isFloating(end.typeKind());
            case OperatorInstruction operator -> isFloating(operator.typeKind());
            case ArrayLoadInstruction load -> isFloating(load.typeKind());
            case ArrayStoreInstruction store -> isFloating(store.typeKind());
            case NewPrimitiveArrayInstruction array -> isFloating(array.typeKind());
            case ConstantInstruction constant -> isFloating(constant.typeKind());
            case ConvertInstruction convert -> isFloating(convert.fromType()) || isFloating(convert.toType());
            case FieldInstruction field ->
                isFloating(field.typeSymbol()) || isFloating(field.owner().asSymbol());
            case InvokeInstruction call ->
                isFloating(call.typeSymbol()) || isFloating(call.owner().asSymbol());
            case InvokeDynamicInstruction call -> isFloating(call.typeSymbol());
            case TypeCheckInstruction check -> isFloating(check.type().asSymbol());
            default -> false; // Instruction is not ours to enumerate: all others carry no type.
        };
    }

    private static boolean isFloating(TypeKind kind) {
        return kind == TypeKind.FLOAT || kind == TypeKind.DOUBLE;
    }

    private static boolean isFloating(MethodTypeDesc type) {
        return Stream.concat(Stream.of(type.returnType()), type.parameterList().stream())
                .anyMatch(FloatingPointFinder::isFloating);
    }

    private static boolean isFloating(ClassDesc type) {
        ClassDesc element = type;
        while (element.isArray()) {
            element = element.componentType();
        }
        return element.equals(ConstantDescs.CD_float)
                || element.equals(ConstantDescs.CD_double)
                || element.equals(ConstantDescs.CD_Float)
                || element.equals(ConstantDescs.CD_Double);
    }
}
